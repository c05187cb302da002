package dev.tributary.shared;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What runs inside the store, each in one step. Whatever stands under a key that is not what we put there is
 * overwritten or removed: else garbage would last for ever.
 */
enum Script {
    /** Whether the store takes what is written. */
    TRIAL("return redis.call('SET', KEYS[1], '1', 'PX', 1000)"),

    /**
     * Keys: the pace's. Arguments: microseconds from turn to turn, burst, turns wanted, microseconds of pause. What is
     * kept is when the next turn falls due. Answers how many turns, and after how many microseconds.
     */
    TAKE("""
            local interval, burst, wanted, pause = unpack(ARGV)
            interval, burst, wanted, pause = tonumber(interval), tonumber(burst), tonumber(wanted), tonumber(pause)
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local full = now - (burst - 1) * interval
            local kept = redis.pcall('GET', KEYS[1])
            local due = type(kept) == 'string' and tonumber(kept) or full
            if due ~= due or due > now + 120000000 + 1000 * interval then due = full end
            due = math.max(due, full)
            local turns, wait = 0, 0
            if pause > 0 then
              due = math.max(due, now + pause + interval)
            elseif due <= now then
              turns = math.min(wanted, math.floor((now - due) / interval) + 1)
              due = due + turns * interval
            else
              turns, wait = 1, math.ceil(due - now)
              due = due + interval
            end
            redis.call('SET', KEYS[1], string.format('%.0f', due), 'PX', math.ceil((due - full) / 1000) + 1000)
            return {turns, wait}
            """),

    /**
     * Keys: a shelf's, the lease's. Arguments: a time, who asks, milliseconds of a lease, bytes of an entry at most.
     * Answers the name and the bytes of a slice that holds the time, or for how many milliseconds another one is reading
     * it; 0 when the asker is to.
     */
    FIND("""
            local shelf, lease = KEYS[1], KEYS[2]
            local at, asker, length, most = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
            local slices = redis.pcall('ZREVRANGEBYSCORE', shelf, ARGV[1], '-inf', 'LIMIT', 0, 8)
            if slices.err then
              redis.call('DEL', shelf)
              slices = {}
            end
            for _, slice in ipairs(slices) do
              local to = tonumber(string.match(slice, '^%-?%d+:(%-?%d+)$'))
              local size = redis.pcall('STRLEN', shelf .. ':' .. slice)
              if not to or type(size) ~= 'number' or size == 0 or size > most then
                redis.call('ZREM', shelf, slice)
                redis.call('DEL', shelf .. ':' .. slice)
              elseif to > at then
                return {slice, redis.call('GET', shelf .. ':' .. slice)}
              end
            end
            if redis.call('SET', lease, asker, 'NX', 'PX', length) then return 0 end
            local left = redis.call('PTTL', lease)
            if redis.pcall('GET', lease) == asker or left < 0 or left > length then
              redis.call('SET', lease, asker, 'PX', length)
              return 0
            end
            return math.max(1, left)
            """),

    /** Keys: a shelf's. Arguments: a slice's name, its first millisecond, its bytes, milliseconds of its life. */
    PUT("""
            local shelf, life = KEYS[1], tonumber(ARGV[4])
            redis.call('SET', shelf .. ':' .. ARGV[1], ARGV[3], 'PX', life)
            if type(redis.pcall('ZADD', shelf, ARGV[2], ARGV[1])) ~= 'number' then
              redis.call('DEL', shelf)
              redis.call('ZADD', shelf, ARGV[2], ARGV[1])
            end
            if redis.call('PTTL', shelf) < life then redis.call('PEXPIRE', shelf, life) end
            if redis.call('ZCARD', shelf) > 4096 then redis.call('ZREMRANGEBYRANK', shelf, 0, 63) end
            """),

    /** Keys: a shelf's. Arguments: the name of a slice that is none. */
    DROP("""
            redis.call('ZREM', KEYS[1], ARGV[1])
            redis.call('DEL', KEYS[1] .. ':' .. ARGV[1])
            """);

    private final String text;

    Script(String text) {
        this.text = text;
    }

    /** Sent whole every time: a store that was started anew or wiped knows it all the same. */
    Request on(List<String> keys, Object... arguments) {
        Request request = Request.cmd(Command.EVAL).arg(text).arg(keys.size());
        keys.forEach(request::arg);
        for (Object argument : arguments) {
            request.arg(
                    argument instanceof byte[] bytes
                            ? bytes
                            : argument.toString().getBytes(StandardCharsets.UTF_8));
        }
        return request;
    }
}
