"""Modules that sandboxed code may import, written in Python and run by the machine itself.

The files here are never imported by the host: monty/modules/library_modules compiles them with Monty's own compiler
when a program first asks for one, and every sandbox runs the body of each module that it imports.
"""
