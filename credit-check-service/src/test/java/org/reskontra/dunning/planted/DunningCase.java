package org.reskontra.dunning.planted;

/** Stands in for a class of another service. */
public class DunningCase {}
