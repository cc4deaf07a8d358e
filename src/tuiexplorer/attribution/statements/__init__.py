"""From frames to statements: whose words they are, and where these begin and end."""
