package org.reskontra.invoice.uploads;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.uploads.ImportStore.Kind;

/**
 * A file cut into lines. What is wrong with the whole file was refused at once; what is wrong with a line is kept with
 * it.
 *
 * @param mapping which column holds what, for {@link Format#CSV}
 */
record ImportFile(Kind kind, Format format, @Nullable Map<String, Object> mapping, List<ImportLine> lines) {}
