import { SHOWN } from './readable'
import { Script } from './script'

/**
 * KEYS: the indexes of tables. Answers for each the rows there are, oldest first, as JSON: lists of field, value, ...
 * Redis and its client take several times as long for as many values that are answers of their own.
 */
export const READ = new Script(`
local tables = {}
for at, index in ipairs(KEYS) do
  local rows = {}
  for _, key in ipairs(redis.call('ZRANGE', index, 0, -1)) do
    local row = redis.call('HGETALL', index .. ':' .. key)
    if #row > 0 then rows[#rows + 1] = row end
  end
  tables[at] = #rows > 0 and cjson.encode(rows) or '[]'
end
return tables`)

/** KEYS: a grant's set and a table's index. ARGV: the table. Answers the grant's rows in that table, as READ does. */
export const READ_GRANT = new Script(`
local grant, index = KEYS[1], KEYS[2]
local table_name = ARGV[1] .. ':'
local found = {}
for _, member in ipairs(redis.call('SMEMBERS', grant)) do
  if string.sub(member, 1, #table_name) == table_name then
    local key = string.sub(member, #table_name + 1)
    local row, place = redis.call('HGETALL', index .. ':' .. key), redis.call('ZSCORE', index, key)
    if place and #row > 0 then found[#found + 1] = {tonumber(place), row} end
  end
end
table.sort(found, function(one, other) return one[1] < other[1] end)
local rows = {}
for at, entry in ipairs(found) do rows[at] = entry[2] end
return { #rows > 0 and cjson.encode(rows) or '[]' }`)

/**
 * Brings every TTL into line with the lab's clock: rows that have an expires_at go then, all others with the lab.
 * KEYS: the set of the names of grants' sets, then the indexes. ARGV: now on the lab's clock, now on the wall, when
 * the lab goes; what the names of grants' sets begin with. Takes names of rows that are gone off the indexes and
 * the grants' sets. Answers how many rows it deleted, how many commands that took on rows, and the first of these.
 */
export const ALIGN = new Script(`
local now, wall, lab_goes = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local grant_prefix = ARGV[4]
local expired, ran = 0, 0
local until_when, deleted, moved = {}, {}, {}

local function on_row(list, ...)
  ran = ran + 1
  redis.call(...)
  if #list < ${SHOWN} then list[#list + 1] = {...} end
end

for at = 2, #KEYS do
  local index, last = KEYS[at], lab_goes
  local table_name = string.match(index, '[^:]*$')
  for _, key in ipairs(redis.call('ZRANGE', index, 0, -1)) do
    local row = index .. ':' .. key
    local expires_at = tonumber(redis.call('HGET', row, 'expires_at') or '')
    if expires_at and expires_at <= now then
      on_row(deleted, 'DEL', row)
      expired = expired + 1
    end
    if redis.call('EXISTS', row) == 0 then
      redis.call('ZREM', index, key)
    else
      local goes = expires_at and expires_at - now + wall or lab_goes
      on_row(moved, 'PEXPIREAT', row, goes)
      until_when[table_name .. ':' .. key] = { goes, redis.call('HGET', row, 'grant_id') }
      last = math.max(last, goes)
    end
  end
  redis.call('PEXPIREAT', index, last)
end

local last = lab_goes
for _, grant in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  local goes = lab_goes
  for _, member in ipairs(redis.call('SMEMBERS', grant)) do
    local found = until_when[member]
    if found and found[2] and grant == grant_prefix .. found[2] then goes = math.max(goes, found[1]) else redis.call('SREM', grant, member) end
  end
  if redis.call('PEXPIREAT', grant, goes) == 0 then redis.call('SREM', KEYS[1], grant) end
  last = math.max(last, goes)
end
redis.call('PEXPIREAT', KEYS[1], last)
for _, command in ipairs(moved) do deleted[#deleted + 1] = command end
return { expired, ran, deleted }`)

/** KEYS: as ALIGN. Deletes everything the lab has in this family. */
export const DROP = new Script(`
for at = 2, #KEYS do
  for _, key in ipairs(redis.call('ZRANGE', KEYS[at], 0, -1)) do redis.call('UNLINK', KEYS[at] .. ':' .. key) end
  redis.call('UNLINK', KEYS[at])
end
for _, grant in ipairs(redis.call('SMEMBERS', KEYS[1])) do redis.call('UNLINK', grant) end
redis.call('UNLINK', KEYS[1])
return 0`)
