package org.reskontra.dunning.ladder.planted;

import org.reskontra.dunning.cases.StateName;

/** Planted: a core that knows its shell. */
public class ImportsShell {

    StateName name = StateName.WAITING;
}
