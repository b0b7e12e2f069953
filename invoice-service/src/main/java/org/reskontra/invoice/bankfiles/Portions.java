package org.reskontra.invoice.bankfiles;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Bounds what a reader of XML may read for one event: it holds a comment, an instruction or an attribute as a whole,
 * which could be a file's length.
 */
final class Portions extends FilterInputStream {

    private static final int AN_EVENT = 1_000_000;

    private int left = AN_EVENT;

    Portions(InputStream in) {
        super(in);
    }

    /** That an event is larger than any of a bank's. */
    static final class TooLarge extends IOException {

        private TooLarge() {
            super("an event of more than " + AN_EVENT + " bytes");
        }
    }

    /** The reader of this stream, with a new portion for each event. */
    XMLStreamReader before(XMLStreamReader reader) {
        return new StreamReaderDelegate(reader) {
            @Override
            public int next() throws XMLStreamException {
                left = AN_EVENT;
                return super.next();
            }
        };
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        taken(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        taken(read);
        return read;
    }

    private void taken(int bytes) throws IOException {
        left -= Math.max(0, bytes);
        if (left < 0) {
            throw new TooLarge();
        }
    }
}
