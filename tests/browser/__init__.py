"""What the journeys stand on: a running portal, a browser, the screens people sit at."""
