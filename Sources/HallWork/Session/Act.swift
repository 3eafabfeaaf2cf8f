import HallModel
import HallWords

/// Something that somebody does to a hall.
package protocol Act: Sendable {
  func perform(in change: inout Change) throws(Refusal) -> Step
}

extension Session {
  /// Does something to the hall, with nobody else writing meanwhile.
  ///
  /// - Throws: a refusal; one with a `question` is done again once that has a reply.
  @discardableResult
  package func perform(_ act: some Act) throws(Refusal) -> Step {
    var change = try Change(self)
    return try act.perform(in: &change)
  }
}
