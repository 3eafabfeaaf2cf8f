import HallSyntax

extension Measure {
  /// A figure without its unit: `92`, `7402.80`, `312.5`.
  package func text(_ units: Int128) -> String {
    switch self {
    case .area: Area(units: units).text
    case .shares: ShareCount.number(units)
    case .heads, .party: String(units)
    }
  }
}

extension TallyLeg {
  /// A figure without its unit; nil where it is not known.
  package func text(_ figure: Figure) -> String? { figure.number.map(measure.text) }

  /// The unit of its figures; empty for heads.
  package func unit(_ language: Language) -> String {
    switch measure {
    case .area: "㎡"
    case .shares: (shareUnit ?? .parts).text(language)
    case .heads, .party: ""
    }
  }

  /// A figure with its unit: `92`, `7402.80㎡`, `312.5‰`; nil where it is not known.
  package func shown(_ figure: Figure, _ language: Language) -> String? {
    text(figure).map { $0 + unit(language) }
  }
}
