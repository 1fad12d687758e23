"""From a package and a machine to engines: the plan, the preflight list, and the processes that build."""
