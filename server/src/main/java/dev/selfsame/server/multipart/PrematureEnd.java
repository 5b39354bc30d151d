package dev.selfsame.server.multipart;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.Event;

/** Makes mime4j fail on bodies that end early, and overlook lesser flaws of its senders. */
final class PrematureEnd extends DecodeMonitor {

    @Override
    public boolean warn(String error, String dropDesc) {
        return error.startsWith(Event.MIME_BODY_PREMATURE_END.toString())
                || error.startsWith(Event.HEADERS_PREMATURE_END.toString());
    }

    @Override
    public boolean isListening() {
        return true;
    }
}
