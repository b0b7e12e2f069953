package org.reskontra.dunning.plantedhere;

import org.reskontra.dunning.plantedthere.There;

/** Planted: one half of a cycle. */
public class Here {

    There there;
}
