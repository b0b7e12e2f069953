package org.reskontra.invoice.planted;

/** Planted: a class of another service. */
public class OthersConcept {}
