"""Intervals and corrections that every analysis shares; numbers in, numbers out."""

from wortwahl.statistics.bootstrap import cluster_bootstrap_share, cluster_bootstrap_shares
from wortwahl.statistics.many_tests import adjust
from wortwahl.statistics.proportions import wilson

__all__ = ["adjust", "cluster_bootstrap_share", "cluster_bootstrap_shares", "wilson"]
