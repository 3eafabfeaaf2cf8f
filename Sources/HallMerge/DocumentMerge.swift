import HallHistory
import HallModel
import HallSyntax

/// Three versions of one document, merged by facts, and by lines where there are none.
///
/// A change made by only one side is kept. If both sides used the same number for different parts,
/// the second side's part is renumbered. Contradictions are listed, and left open or settled by a
/// choice; they are never settled silently.
package struct DocumentMerge: Sendable {
  /// The merged text, with markers around open contradictions.
  package let bytes: [UInt8]
  /// The contradictions that are left open in it.
  package let open: [MergeConflict]
  /// Those that were settled by a choice.
  package let chosen: [MergeConflict]
  /// The parts of the second version that were given another number.
  package let renumbered: [Renumbering.Part]

  package var isClean: Bool { open.isEmpty }

  /// - Parameters:
  ///   - base: what both come from; empty if they have nothing in common.
  ///   - first: the version that keeps its numbers.
  ///   - path: the document's path, as in `agendas/M-2025-008.md`.
  ///   - markers: how open contradictions are marked.
  ///   - choose: which side's words settle a contradiction; nil leaves it open.
  package init(
    base: [UInt8], first: [UInt8], second: [UInt8], path: String, kind: Document.Kind,
    markers: MergeMarkers, choosing choose: @escaping (MergeConflict) -> MergeChoice? = { _ in nil }
  ) {
    func document(_ bytes: [UInt8]) -> Document {
      Document(path: path, kind: kind, bytes: bytes)
    }
    let one = document(first)
    var (before, other) = (document(base), document(second))
    let renumbering = Renumbering(base: before, first: one, second: other)
    renumbered = renumbering.parts
    let all = Renumbering(parts: renumbering.carried + renumbering.parts)
    if !all.parts.isEmpty { other = document(all.applied(to: other, base: before)) }
    let settled = Renumbering(parts: renumbering.settled)
    if !settled.parts.isEmpty { before = document(settled.applied(to: before, base: document([]))) }
    if [before, one, other].allSatisfy({ $0.fault == nil }) {
      var merge = ElementMerge(base: before, first: one, second: other, choosing: choose)
      merge.run()
      let bytes = merge.output.bytes(markers)
      if !merge.isUnmergeable,
        !merge.output.open.isEmpty || DocumentMerge.isAsWritten(document(bytes), merge.written)
      {
        (self.bytes, open, chosen) = (bytes, merge.output.open, merge.chosen)
        return
      }
    }
    (bytes, open, chosen) = DocumentMerge.byLines(before, one, other, markers, choose)
  }

  /// Whether a text is parsed into the parts that it was made of.
  private static func isAsWritten(
    _ document: Document, _ written: [ElementMerge.Written]
  ) -> Bool {
    let read = document.nodes.indices.filter { index in
      let kind = document.nodes[index].kind
      return kind != .blank && !ElementKey.isText(kind)
    }
    return read.map { ElementMerge.Written($0, in: document) } == written
  }

  /// Merges line by line texts that cannot be split into parts; lines that both added at one place
  /// are open, too.
  private static func byLines(
    _ base: Document, _ first: Document, _ second: Document, _ markers: MergeMarkers,
    _ choose: (MergeConflict) -> MergeChoice?
  ) -> (bytes: [UInt8], open: [MergeConflict], chosen: [MergeConflict]) {
    var bytes: [UInt8] = []
    var (open, chosen): ([MergeConflict], [MergeConflict]) = ([], [])
    for piece in LineMerge.merge(base: base.bytes, first: first.bytes, second: second.bytes) {
      let (was, one, other): ([UInt8], [UInt8], [UInt8])
      switch piece {
      case .settled(let text):
        bytes += text
        continue
      case .bothAdded(let added, let also): (was, one, other) = ([], added, also)
      case .conflict(let base, let added, let also): (was, one, other) = (base, added, also)
      }
      func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
      let conflict = MergeConflict(
        kind: .whole, subjects: [], titles: [], label: nil, base: text(was), first: text(one),
        second: text(other))
      if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
      switch choose(conflict) {
      case nil:
        open.append(conflict)
        bytes += markers.around(one, other, [0x0A])
      case .first: bytes += one
      case .second: bytes += other
      case .both: bytes += one + other
      }
      if open.last != conflict { chosen.append(conflict) }
    }
    return (bytes, open, chosen)
  }
}

extension LineMerge {
  /// A text merged line by line, with markers around everything that both sides wrote.
  package static func marked(
    base: [UInt8], first: [UInt8], second: [UInt8], _ markers: MergeMarkers
  ) -> [UInt8] {
    merge(base: base, first: first, second: second).reduce(into: []) { bytes, piece in
      switch piece {
      case .settled(let text): bytes += text
      case .bothAdded(let one, let other), .conflict(_, let one, let other):
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
        bytes += markers.around(one, other, [0x0A])
      }
    }
  }
}
