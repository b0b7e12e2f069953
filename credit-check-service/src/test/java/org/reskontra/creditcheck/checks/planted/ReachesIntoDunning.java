package org.reskontra.creditcheck.checks.planted;

import org.reskontra.dunning.planted.DunningCase;

/** A violation, planted. */
public class ReachesIntoDunning {
    DunningCase violation;
}
