"""The page that says whether the portal works. A new check is a `PortalCheck` in a module, named in `view.CHECKS`."""
