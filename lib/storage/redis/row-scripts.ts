import { Script } from './script'

/**
 * What happens to one row without anything in between. Each script answers `{ result, commands }`: the commands it
 * ran are what the learner is shown. What it only looked up to decide is left out.
 *
 * KEYS: the row, its table's index, the set of the names of grants' sets.
 * ARGV: now on the lab's clock, now on the wall, when the row goes and when the lab goes (on the wall: Redis counts by
 * it), all in milliseconds; the row's key, its name in its grant's set, what the names of grants' sets begin with;
 * then what the script says.
 */
const ROW = `
local row, index, grant_sets = KEYS[1], KEYS[2], KEYS[3]
local now, wall, goes, lab_goes = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local key, member, grant_prefix = ARGV[5], ARGV[6], ARGV[7]
local ran = {}

local function run(...)
  ran[#ran + 1] = {...}
  return redis.call(...)
end

-- A row may have expired by the lab's clock and still be here.
local function exists()
  if run('EXISTS', row) == 0 then return false end
  local expires_at = redis.call('HGET', row, 'expires_at')
  return not expires_at or tonumber(expires_at) > now
end

-- A set lives as long as the lab, or as the longest-lived of its members if that is longer.
local function keep(set)
  local left = redis.call('PTTL', set)
  if left < 0 or left < goes - wall then run('PEXPIREAT', set, math.max(goes, lab_goes)) end
end

local function join_grant()
  local grant_id = redis.call('HGET', row, 'grant_id')
  if not grant_id then return end
  local grant = grant_prefix .. grant_id
  if redis.call('SISMEMBER', grant, member) == 0 then run('SADD', grant, member) end
  keep(grant)
  if redis.call('SISMEMBER', grant_sets, grant) == 0 then run('SADD', grant_sets, grant) end
  keep(grant_sets)
end

-- The fields stand in ARGV from the given place on.
local function put(first)
  redis.call('DEL', row)
  run('HSET', row, unpack(ARGV, first))
  run('PEXPIREAT', row, goes)
  local last = redis.call('ZREVRANGE', index, 0, 0, 'WITHSCORES')
  run('ZADD', index, (last[2] or 0) + 1, key)
  keep(index)
  join_grant()
end
`

/** Then: field, value, ... Result: 1, or 0 when the key is taken. */
export const INSERT = new Script(`${ROW}
if exists() then return {0, ran} end
put(8)
return {1, ran}`)

/** Then: the column, field, value, ... Result: the new value. */
export const INCREMENT = new Script(`${ROW}
local column = ARGV[8]
if exists() then return {run('HINCRBY', row, column, 1), ran} end
local value = tonumber(ARGV[9])
put(10)
return {value, ran}`)

/** Result: 'claimed', 'already-used' or 'missing'. */
export const CLAIM = new Script(`${ROW}
if not exists() then return {'missing', ran} end
if run('HSETNX', row, 'used_at', ARGV[1]) == 1 then return {'claimed', ran} end
return {'already-used', ran}`)

/**
 * Then: how many of what follows are set, field, value, ..., and the fields to clear. When the row goes is left empty
 * where that does not change. Result: 1, or 0 when there is no row.
 */
export const UPDATE = new Script(`${ROW}
if not exists() then return {0, ran} end
local last = 8 + tonumber(ARGV[8])
if last > 8 then run('HSET', row, unpack(ARGV, 9, last)) end
if #ARGV > last then run('HDEL', row, unpack(ARGV, last + 1)) end
if goes then run('PEXPIREAT', row, goes) else goes = wall + redis.call('PTTL', row) end
keep(index)
join_grant()
return {1, ran}`)

/** Result: 1, or 0 when there was no row. */
export const REMOVE = new Script(`${ROW}
local removed = run('DEL', row)
run('ZREM', index, key)
return {removed, ran}`)
