package org.reskontra.dunning.cases.planted;

import org.reskontra.invoice.planted.OthersConcept;

/** Planted: a service that knows another one. */
public class ImportsOtherService {

    OthersConcept concept = new OthersConcept();
}
