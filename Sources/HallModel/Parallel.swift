import Dispatch
import Synchronization

/// Work spread over all cores.
package enum Parallel {
  /// Computes an answer for every index, in order of the indices, on all cores at once.
  ///
  /// - Parameter size: how many answers are computed in one batch: many if each is quick, so that
  ///   shared state is rarely touched; few if each takes long, so that no core idles at the end.
  package static func map<Answer: Sendable>(
    count: Int, inChunksOf size: Int = 64, _ answer: @escaping @Sendable (Int) -> Answer
  ) -> [Answer] {
    let chunks = (count + size - 1) / size
    guard chunks > 1 else { return (0..<count).map(answer) }
    let parts = Mutex<[Int: [Answer]]>([:])
    DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
      let part = (chunk * size..<min(count, (chunk + 1) * size)).map(answer)
      parts.withLock { $0[chunk] = part }
    }
    return parts.withLock { parts in
      var answers: [Answer] = []
      answers.reserveCapacity(count)
      for chunk in 0..<chunks { answers += parts[chunk] ?? [] }
      return answers
    }
  }

  /// Computes an answer for every index on all cores, and hands each over in its order, so that never
  /// more than a batch of them is held.
  ///
  /// - Parameters:
  ///   - batch: how many answers are held at a time.
  ///   - take: takes an answer and its index.
  package static func map<Answer: Sendable, Failure: Error>(
    count: Int, inBatchesOf batch: Int, chunksOf size: Int = 8,
    _ answer: @escaping @Sendable (Int) -> Answer,
    handingTo take: (Int, Answer) throws(Failure) -> Void
  ) throws(Failure) {
    for start in stride(from: 0, to: count, by: batch) {
      let answers = map(count: min(batch, count - start), inChunksOf: size) { answer(start + $0) }
      for (place, answer) in answers.enumerated() { try take(start + place, answer) }
    }
  }
}
