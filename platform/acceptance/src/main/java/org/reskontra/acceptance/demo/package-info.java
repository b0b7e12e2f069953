/** The main job on a book of invoices, with its table and its proofs. */
@NullMarked
package org.reskontra.acceptance.demo;

import org.jspecify.annotations.NullMarked;
