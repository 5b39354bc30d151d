package dev.selfsame.server.trial;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Looks at the end of a trial whether acknowledged sessions, faces and deletions are so still. */
final class SessionJudge implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SessionApi api;
    private final Replies replies;
    private final List<KeptSession> sessions;

    SessionJudge(SessionApi api, Replies replies, List<KeptSession> sessions) {
        this.api = api;
        this.replies = replies;
        this.sessions = List.copyOf(sessions);
    }

    /** Acknowledged faces that are there. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        int found = 0;
        for (KeptSession session : sessions) {
            Reply reply = api.get(session.path() + "/faces");
            boolean mayBeGone = session.isDeleted() || session.isPerhapsDeleted();
            if (reply.status() == 404 && !mayBeGone) {
                replies.violation("lost: " + session.path());
            } else if (reply.isDone() && session.isDeleted()) {
                replies.violation("back again: " + session.path());
            } else if (reply.isDone()) {
                found += judge(session, ids(reply));
            } else if (reply.status() != 404) {
                replies.violation("not readable: " + reply);
            }
        }
        return found;
    }

    private int judge(KeptSession session, Set<String> ids) {
        int found = 0;
        for (String face : session.faces()) {
            if (ids.contains(face.substring(face.lastIndexOf('/') + 1))) {
                found++;
            } else {
                replies.violation("lost: " + face);
            }
        }
        if (ids.size() > found + session.doubts()) {
            replies.violation(
                    session.path() + " has " + ids.size() + " faces, acknowledged: " + found);
        }
        return found;
    }

    private static Set<String> ids(Reply reply) {
        Set<String> ids = new HashSet<>();
        for (JsonNode face : JSON.readTree(reply.body())) {
            ids.add(face.get("id").stringValue());
        }
        return ids;
    }
}
