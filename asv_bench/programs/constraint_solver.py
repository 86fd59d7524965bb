# Constraints between variables, satisfied one by one in the manner of DeltaBlue: many small classes, deep calls.
# expect: (299, 224750, 2495)
REQUIRED, STRONG, NORMAL, WEAK, WEAKEST = range(5)


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.walk_strength = WEAKEST
        self.stay = True

    def add(self, constraint):
        self.constraints.append(constraint)

    def remove(self, constraint):
        self.constraints.remove(constraint)
        if self.determined_by is constraint:
            self.determined_by = None


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def enter(self, planner):
        self.add_to_graph()
        planner.add(self)

    def leave(self, planner):
        if self.is_satisfied():
            planner.remove(self)
        else:
            self.remove_from_graph()

    def is_input(self):
        return False

    def satisfy(self, mark):
        self.choose_method(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise ValueError('a required constraint cannot be satisfied')
            return None
        self.mark_inputs(mark)
        output = self.output()
        overridden = output.determined_by
        if overridden is not None:
            overridden.unsatisfy()
        output.determined_by = self
        output.mark = mark
        self.recalculate()
        return overridden


class UnaryConstraint(Constraint):
    def __init__(self, variable, strength):
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False

    def add_to_graph(self):
        self.variable.add(self)
        self.satisfied = False

    def remove_from_graph(self):
        self.variable.remove(self)
        self.satisfied = False

    def choose_method(self, mark):
        self.satisfied = self.variable.mark != mark and self.strength < self.variable.walk_strength

    def is_satisfied(self):
        return self.satisfied

    def unsatisfy(self):
        self.satisfied = False

    def mark_inputs(self, mark):
        pass

    def inputs_known(self, mark):
        return True

    def output(self):
        return self.variable

    def recalculate(self):
        self.variable.walk_strength = self.strength
        self.variable.stay = not self.is_input()
        if self.variable.stay:
            self.execute()

    def execute(self):
        pass


class StayConstraint(UnaryConstraint):
    pass


class EditConstraint(UnaryConstraint):
    def is_input(self):
        return True


class BinaryConstraint(Constraint):
    def __init__(self, left, right, strength):
        super().__init__(strength)
        self.left = left
        self.right = right
        self.direction = 0

    def add_to_graph(self):
        self.left.add(self)
        self.right.add(self)
        self.direction = 0

    def remove_from_graph(self):
        self.left.remove(self)
        self.right.remove(self)
        self.direction = 0

    def choose_method(self, mark):
        left, right = self.left, self.right
        if left.mark == mark:
            self.direction = 1 if right.mark != mark and self.strength < right.walk_strength else 0
        elif right.mark == mark:
            self.direction = -1 if self.strength < left.walk_strength else 0
        elif left.walk_strength > right.walk_strength:
            self.direction = -1 if self.strength < left.walk_strength else 0
        else:
            self.direction = 1 if self.strength < right.walk_strength else 0

    def is_satisfied(self):
        return self.direction != 0

    def unsatisfy(self):
        self.direction = 0

    def input(self):
        return self.left if self.direction > 0 else self.right

    def output(self):
        return self.right if self.direction > 0 else self.left

    def mark_inputs(self, mark):
        self.input().mark = mark

    def inputs_known(self, mark):
        variable = self.input()
        return variable.mark == mark or variable.stay or variable.determined_by is None

    def recalculate(self):
        source, target = self.input(), self.output()
        target.walk_strength = max(self.strength, source.walk_strength)
        target.stay = source.stay
        if target.stay:
            self.execute()


class EqualityConstraint(BinaryConstraint):
    def execute(self):
        self.output().value = self.input().value


class ScaleConstraint(BinaryConstraint):
    def __init__(self, source, scale, offset, target, strength):
        super().__init__(source, target, strength)
        self.scale = scale
        self.offset = offset

    def add_to_graph(self):
        super().add_to_graph()
        self.scale.add(self)
        self.offset.add(self)

    def mark_inputs(self, mark):
        super().mark_inputs(mark)
        self.scale.mark = mark
        self.offset.mark = mark

    def execute(self):
        if self.direction > 0:
            self.right.value = self.left.value * self.scale.value + self.offset.value
        else:
            self.left.value = (self.right.value - self.offset.value) // self.scale.value


class Plan:
    def __init__(self, constraints):
        self.constraints = constraints

    def execute(self):
        for constraint in self.constraints:
            constraint.execute()


class Planner:
    def __init__(self):
        self.current_mark = 0

    def new_mark(self):
        self.current_mark += 1
        return self.current_mark

    def add(self, constraint):
        mark = self.new_mark()
        overridden = constraint.satisfy(mark)
        while overridden is not None:
            overridden = overridden.satisfy(mark)
        if constraint.is_satisfied():
            self.propagate(constraint, mark)

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            current = todo.pop()
            if current.output().mark != mark or current is constraint:
                current.recalculate()
            self.add_consuming(current.output(), todo)

    def add_consuming(self, variable, todo):
        determining = variable.determined_by
        for constraint in variable.constraints:
            if constraint is not determining and constraint.is_satisfied():
                todo.append(constraint)

    def remove(self, constraint):
        output = constraint.output()
        constraint.unsatisfy()
        constraint.remove_from_graph()
        output.determined_by = None
        output.walk_strength = WEAKEST
        output.stay = True
        todo = [output]
        unsatisfied = []
        while todo:
            variable = todo.pop()
            for other in variable.constraints:
                if not other.is_satisfied():
                    unsatisfied.append(other)
            determining = variable.determined_by
            for other in variable.constraints:
                if other is not determining and other.is_satisfied():
                    other.recalculate()
                    todo.append(other.output())
        for other in sorted(unsatisfied, key=lambda each: each.strength):
            self.add(other)

    def plan(self, sources):
        mark = self.new_mark()
        chosen = []
        todo = [source for source in sources if source.is_input() and source.is_satisfied()]
        while todo:
            constraint = todo.pop()
            if constraint.output().mark != mark and constraint.inputs_known(mark):
                chosen.append(constraint)
                constraint.output().mark = mark
                self.add_consuming(constraint.output(), todo)
        return Plan(chosen)


def change(planner, variable, value):
    edit = EditConstraint(variable, STRONG)
    edit.enter(planner)
    plan = planner.plan([edit])
    for _ in range(10):
        variable.value = value
        plan.execute()
    edit.leave(planner)


def chain(n):
    planner = Planner()
    variables = [Variable(f'v{i}') for i in range(n + 1)]
    for left, right in zip(variables, variables[1:]):
        EqualityConstraint(left, right, REQUIRED).enter(planner)
    StayConstraint(variables[-1], WEAK).enter(planner)
    for value in range(0, 300, 23):
        change(planner, variables[0], value)
    return variables[-1].value


def projection(n):
    planner = Planner()
    scale, offset = Variable('scale', 10), Variable('offset', 1000)
    targets = []
    for i in range(n):
        source, target = Variable(f's{i}', i), Variable(f't{i}', i)
        targets.append(target)
        StayConstraint(source, NORMAL).enter(planner)
        ScaleConstraint(source, scale, offset, target, REQUIRED).enter(planner)
    change(planner, scale, 5)
    change(planner, offset, 2000)
    return sum(target.value for target in targets), targets[-1].value


(chain(100), *projection(100))
