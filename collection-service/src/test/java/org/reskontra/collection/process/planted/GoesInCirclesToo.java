package org.reskontra.collection.process.planted;

import org.reskontra.collection.demands.planted.GoesInCircles;

/** A violation, planted. */
public class GoesInCirclesToo {
    GoesInCircles violation;
}
