"""Files of procedures, read and written: JSON lines, tables, workbooks; what is wrong in them. No framework."""
