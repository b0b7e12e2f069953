package org.reskontra.dunning.plantedthere;

import org.reskontra.dunning.plantedhere.Here;

/** Planted: the other half of a cycle. */
public class There {

    Here here;
}
