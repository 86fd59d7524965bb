import abc
class Base(abc.ABC):
    @abc.abstractmethod
    def run(self):
        pass
class Child(Base):
    pass
Child.run = lambda self: 'ran'
abc.update_abstractmethods(Child)
print(Child().run(), Child.__abstractmethods__)
class Plain:
    pass
print(abc.update_abstractmethods(Plain) is Plain)
