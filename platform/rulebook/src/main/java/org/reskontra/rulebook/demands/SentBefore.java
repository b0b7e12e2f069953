package org.reskontra.rulebook.demands;

import java.time.LocalDate;
import org.reskontra.rulebook.Document;

/** A reminder or a demand of the same claim that was sent earlier. */
public record SentBefore(Document document, LocalDate on) {}
