#include "hall_origin.h"

// Package.swift takes it from the environment. `git archive` fills in the second one.
#ifndef HALL_BUILT_FROM
#define HALL_BUILT_FROM "$Format:%H %cs$"
#endif

const char *hall_origin(void) { return HALL_BUILT_FROM; }
