package dev.selfsame.server.trial;

import dev.selfsame.server.trial.Replies.Kind;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Has two pictures compared again and again, and stays away for as long as a refusal says. */
final class MatchVisitor implements Callable<Integer> {

    private final SessionApi api;
    private final byte[] first;
    private final byte[] second;
    private final Replies replies;
    private final CountDownLatch over;

    /** A visitor who goes on until it is over. */
    MatchVisitor(
            SessionApi api, byte[] first, byte[] second, Replies replies, CountDownLatch over) {
        this.api = api;
        this.first = first;
        this.second = second;
        this.replies = replies;
        this.over = over;
    }

    /** How often it asked. */
    @Override
    public Integer call() throws InterruptedException {
        int calls = 0;
        while (over.getCount() > 0) {
            calls++;
            try {
                Reply reply = api.match(first, second);
                replies.add(Kind.MATCH, reply);
                if (!reply.isDone()) {
                    boolean _ = over.await(reply.retryAfterSeconds(), TimeUnit.SECONDS);
                }
            } catch (IOException e) {
                replies.unanswered(e);
            }
        }
        return calls;
    }
}
