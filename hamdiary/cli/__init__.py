"""The command line: parse, one service call, print. Importing it loads no screen library."""
