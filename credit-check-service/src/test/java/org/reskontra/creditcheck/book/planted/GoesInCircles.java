package org.reskontra.creditcheck.book.planted;

import org.reskontra.creditcheck.scoring.planted.GoesInCirclesToo;

/** A violation, planted. */
public class GoesInCircles {
    GoesInCirclesToo violation;
}
