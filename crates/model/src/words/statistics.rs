//! The lists that official figures are described in.

use super::words;

words!(
    /// What is counted as trade.
    Basis, "basis" {
        /// Goods only.
        Goods = "goods",
        /// Services only.
        Services = "services",
        /// Goods and services.
        GoodsAndServices = "goods_and_services",
        /// The publisher does not say.
        Unknown = "unknown",
    }
);

words!(
    /// The direction of trade, as UN Comtrade writes it, and what offices announce as one figure.
    Flow, "flow" {
        /// Exports.
        Exports = "X",
        /// Imports.
        Imports = "M",
        /// Re-exports: an of-which line of exports, never added to them.
        ReExports = "RX",
        /// Re-imports: an of-which line of imports, never added to them.
        ReImports = "RM",
        /// Exports and imports announced as one figure.
        Turnover = "TURNOVER",
        /// Exports less imports announced as one figure.
        Balance = "BALANCE",
    }
);

words!(
    /// Where in its journey goods are valued.
    Valuation, "valuation" {
        /// Free on board: at the exporter's border.
        Fob = "FOB",
        /// Cost, insurance and freight: at the importer's border.
        Cif = "CIF",
        /// The publisher does not say.
        Unknown = "unknown",
    }
);

words!(
    /// How settled a figure is.
    Status, "status" {
        /// Published before it was complete.
        Preliminary = "preliminary",
        /// Settled.
        Final = "final",
        /// Replaces an earlier one.
        Revised = "revised",
        /// Not reported but estimated.
        Estimated = "estimated",
        /// The publisher does not say.
        Unknown = "unknown",
    }
);

words!(
    /// To whom rows of a dataset may be passed on; what a verdict cites of it is no passing on.
    Terms, "terms" {
        /// To anybody, as the licence says.
        Open = "open",
        /// To nobody outside, unless the publisher permits it.
        Internal = "internal",
    }
);

words!(
    /// How a release's publication date is known.
    PublishedBasis, "basis of a date" {
        /// The publisher states it.
        Stated = "stated",
        /// It follows from something else.
        Inferred = "inferred",
        /// It is not known.
        Unknown = "unknown",
    }
);

words!(
    /// What official statistics say of one country alone.
    Indicator, "indicator" {
        /// Gross domestic product at market prices, in dollars of the day.
        Gdp = "gdp",
        /// People who live there, in the middle of the year.
        Population = "population",
        /// The average price of a dollar in the country's currency.
        ExchangeRate = "exchange_rate",
    }
);
