# What verdicts say, in English.
