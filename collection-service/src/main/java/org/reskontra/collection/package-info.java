/** Works the claims that reminders did not get paid. */
@NullMarked
package org.reskontra.collection;

import org.jspecify.annotations.NullMarked;
