"""What archives of newspapers give out: Nexis, Factiva, ProQuest, Europresse.

Read `common` first, then of each archive the module that is called after it: it reads
one kind of its files, and has what the others share (`nexis_html`,
`nexis_docx`). `nexis_fields` has the labels of Nexis in several languages.
"""
