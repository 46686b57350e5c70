"""The commands: what was asked for, what is done, with which exit code it ends.

Only `streams` prints. Nothing heavy is imported before it is known to be needed.
"""
