package org.reskontra.collection.demands.planted;

import org.reskontra.collection.process.planted.GoesInCirclesToo;

/** A violation, planted. */
public class GoesInCircles {
    GoesInCirclesToo violation;
}
