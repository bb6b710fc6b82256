"""The desk's screens about procedures: their list, its filters, what their form asks the server for."""
