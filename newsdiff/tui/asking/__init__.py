"""Asking all articles of a story something: does any of them state this claim?"""
