package org.reskontra.creditcheck.scoring.planted;

import org.reskontra.creditcheck.book.planted.GoesInCircles;

/** A violation, planted. */
public class GoesInCirclesToo {
    GoesInCircles violation;
}
