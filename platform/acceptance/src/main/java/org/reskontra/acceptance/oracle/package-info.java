/** What must come out, worked out from the rules alone; shares nothing with the services. */
@NullMarked
package org.reskontra.acceptance.oracle;

import org.jspecify.annotations.NullMarked;
