"""What word processors and printers make: PDF, .docx, .odt, .rtf.

Read `paragraphs` first (what they have in common), then `docx` and `odt` with
`packages`, the archives that they are, and `docx_elements`, `rtf` with `rtf_elements`,
and `pdf` with `pdf_pieces`, the pieces of text on its pages, `lines`, which puts the
lines of a printed page together, and `typeset`, which makes paragraphs of them. `ole`
refuses what is locked or too old.
"""
