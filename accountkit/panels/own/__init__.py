"""The panels that one method or page has to itself."""
