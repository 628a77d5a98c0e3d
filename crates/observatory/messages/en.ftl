# Messages of the observatory itself. Those of verdicts stand in the analysis crate.

remark-rank = By turnover as { $of } reports it, { $partner } was { $rank } of { $partners } partners in { $period }.
remark-rank-unknown = What { $of } reports of its partners in { $period } was not known on that day, so the rank of { $partner } cannot be computed.
