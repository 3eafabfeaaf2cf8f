extension Sheet.Block {
  /// The same with masks for residents.
  func masked(_ masker: inout Masker) -> Sheet.Block {
    func all(_ texts: [String]) -> [String] {
      var masked: [String] = []
      for text in texts { masked.append(masker.masked(text)) }
      return masked
    }
    switch self {
    case .mark(let text): return .mark(masker.masked(text))
    case .title(let text): return .title(masker.masked(text))
    case .heading(let text): return .heading(masker.masked(text))
    case .text(let text): return .text(masker.masked(text))
    case .strong(let text): return .strong(masker.masked(text))
    case .small(let text): return .small(masker.masked(text))
    case .tear(let text): return .tear(masker.masked(text))
    case .prose(let bytes):
      return .prose(Array(masker.masked(String(decoding: bytes, as: UTF8.self)).utf8))
    case .facts(let facts):
      return .facts(facts.map { Sheet.Fact($0.name, masker.masked($0.value)) })
    case .table(var table):
      table.rows = table.rows.map(all)
      table.caption = table.caption.map { masker.masked($0) }
      return .table(table)
    case .list(let texts): return .list(all(texts))
    case .lines(let texts): return .lines(all(texts))
    case .boxes(let texts): return .boxes(all(texts))
    case .signature(let texts): return .signature(all(texts))
    case .pageBreak: return .pageBreak
    }
  }
}
