package org.reskontra.dunning.planted;

/** Stands for a class of another service, which this service could not even see. */
public final class Theirs {}
