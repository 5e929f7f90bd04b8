"""The sections of the report: each turns tables of a run into blocks of a document."""
