"""Forms ("mẫu đơn, tờ khai") as the papers of a procedure name them: a number, and the document that issued it."""
