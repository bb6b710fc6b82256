"""What the portal prints: contents as plain shapes, laid out by Typst, out as PDF; knows no catalogue."""
