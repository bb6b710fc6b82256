"""Tests of the five answers, one by one."""
