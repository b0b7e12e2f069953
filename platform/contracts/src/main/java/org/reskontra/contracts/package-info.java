/** Value types and every published event: what the services and their partners promise each other. */
@NullMarked
package org.reskontra.contracts;

import org.jspecify.annotations.NullMarked;
