"""What contents are known by, from where `hashlib` has it, which loads OpenSSL: 6 ms of a start."""

try:
    from _blake2 import blake2b
except ImportError:  # where Python keeps it elsewhere
    from hashlib import blake2b

__all__ = ["blake2b"]
