-- Requests for wrk: what is asked is named by the first argument after `--`. Every thread draws from a seeded
-- generator, so that runs ask the same; a request that must be new has a number of its own.

local cases = {}
local countries = { "KAZ", "UZB", "KGZ", "CHN", "RUS", "TUR", "TJK", "TKM", "AZE", "DEU", "KOR", "IND" }
local names = {
  { "Kazakhstan", "Kazakh" }, { "Uzbekistan", "Uzbek" }, { "Kyrgyzstan", "Kyrgyz" }, { "China", "Chinese" },
  { "Russia", "Russian" }, { "Azerbaijan", "Azerbaijani" }, { "Georgia", "Georgian" }, { "Germany", "German" },
}
local number = 0

local function pair()
  local a, b = math.random(#countries), math.random(#countries - 1)
  if b >= a then b = b + 1 end
  local x, y = countries[a], countries[b]
  if x > y then x, y = y, x end
  return x .. "-" .. y
end

-- A pair that the figures which come with the program are about.
local function known_pair()
  local x, y = countries[math.random(2)], countries[2 + math.random(#countries - 2)]
  if x > y then x, y = y, x end
  return x .. "-" .. y
end

-- A day after which, with the pair and the size of the part, hardly any request repeats another.
local function day(first, years)
  return string.format("%04d-%02d-%02d", first + math.random(0, years - 1), math.random(12), math.random(28))
end

cases["list-cold"] = function()
  number = number + 1
  local path = "/api/v1/claims?limit=20&as_of=" .. day(2014, 12)
  if number % 3 == 0 then path = path .. "&pair=" .. pair() end
  if number % 3 == 1 then path = path .. "&since=" .. day(2006, 8) end
  return wrk.format("GET", path)
end

cases["profile-cold"] = function()
  return wrk.format("GET", "/api/v1/pairs/" .. known_pair() .. "?as_of=" .. day(2025, 1))
end

cases["check"] = function()
  local a = math.random(#names)
  local b = math.random(#names - 1)
  if b >= a then b = b + 1 end
  local x, y = names[a], names[b]
  local draw = function(n) return math.random(n) end
  local part = string.format(
    "In %d, trade turnover between %s and %s amounted to $%d.%d billion, and %s exports reached $%d.%d billion. "
      .. "It was noted that the two countries account for %d%% of all trade in the region. The portfolio holds %d "
      .. "projects worth $%d.%d billion, which are to create more than %d,000 jobs. The leaders of %s set the task of "
      .. "raising bilateral trade to $%d billion by %d. ",
    2010 + draw(13), x[1], y[1], draw(60), draw(9), x[2], draw(30), draw(9), draw(80), 20 + draw(90), draw(9), draw(9),
    draw(40), y[1], 10 + draw(50), 2026 + draw(9))
  local filler = string.format(
    "Delegations of %s and %s met for the %dth time and spoke about transport, energy and water. The %s side invited "
      .. "companies to an exhibition, and the guests visited a plant near the capital, where they met its managers. ",
    x[1], y[1], 4 + draw(20), y[2])
  local text = x[1] .. " and " .. y[1] .. " to widen cooperation\\n\\n" .. part .. "\\n\\n"
  while #text < 2400 do text = text .. filler end
  local body = '{"published":"2024-07-13","text":"' .. text .. '"}'
  return wrk.format("POST", "/api/v1/check", { ["Content-Type"] = "application/json" }, body)
end

local chosen

local threads = 0
function setup(thread)
  thread:set("seed", threads)
  threads = threads + 1
end

function init(args)
  math.randomseed(7 + (seed or 0))
  chosen = cases[args[1]]
end

function request()
  if chosen then return chosen() end
  return wrk.format("GET")
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
